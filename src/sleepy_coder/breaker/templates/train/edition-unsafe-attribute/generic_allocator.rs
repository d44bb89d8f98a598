//~ family: edition-unsafe-attribute
//~ edition: 2024
#![allow(clippy::missing_safety_doc)]

use std::collections::VecDeque;
use std::ptr::{self, NonNull};

pub struct Pool<T> {
    free: VecDeque<Box<T>>,
    given: usize,
}

impl<T: Default> Pool<T> {
    pub fn take(&mut self) -> Box<T> {
        self.given += 1;
        self.free.pop_front().unwrap_or_default()
    }
}

pub type Cells = Pool<i64>;

#[unsafe(no_mangle)]
pub extern "C" fn cells_create() -> *mut Cells {
    Box::into_raw(Box::new(Pool {
        free: VecDeque::new(),
        given: 0,
    }))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn cells_take(pool: *mut Cells) -> *mut i64 {
    match NonNull::new(pool) {
        Some(mut pool) => Box::into_raw(unsafe { pool.as_mut() }.take()),
        None => ptr::null_mut(),
    }
}

// What was taken comes back here, changed or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cells_give_back(pool: &mut Cells, cell: *mut i64) -> bool {
    if cell.is_null() {
        return false;
    }
    pool.free.push_back(unsafe { Box::from_raw(cell) });
    true
}

#[doc(hidden)]
#[unsafe(export_name = "cells_destroy_v2")]
pub unsafe extern "C" fn destroy(pool: *mut Cells) -> usize {
    let pool = unsafe { Box::from_raw(pool) };
    pool.given
}

fn main() {
    let pool = cells_create();
    let given = unsafe {
        let cell = cells_take(pool);
        *cell += 5;
        println!(
            "{} {}",
            cells_give_back(&mut *pool, cell),
            cells_take(ptr::null_mut()).is_null()
        );
        destroy(pool)
    };
    println!("{given}");
}
